"""Everything that the participant has shared in own words, and what each of it means."""

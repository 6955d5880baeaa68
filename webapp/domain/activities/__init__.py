"""What is going on for a person: activities in parallel lanes, and the gaps between them."""

"""What somebody's own words mean in Swedish, and whether the person says that it is so."""

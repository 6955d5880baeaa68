"""What staff answer about the work itself: unnamed, and shown only as a group."""

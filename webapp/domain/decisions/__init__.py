"""What was decided at a meeting, by both."""

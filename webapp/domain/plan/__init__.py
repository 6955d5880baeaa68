"""The plan: goal by goal, who does what and when, and whether both agree."""

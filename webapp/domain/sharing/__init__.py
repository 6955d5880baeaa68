"""The gates between staff and a person's record, and consent to share with other organisations."""

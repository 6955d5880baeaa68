"""What staff did with a person's record, and receipts for what was stored."""

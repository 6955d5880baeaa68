"""The coordinated plan (SIP): what both sides write around goals and activities; the handover."""

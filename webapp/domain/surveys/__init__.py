"""Rounds of an instrument, responses, and answers that are saved one by one."""

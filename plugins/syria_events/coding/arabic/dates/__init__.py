"""When it happened, counted from the day of publication."""

"""The polite client: limits, robots, address guard, spacing per host."""

"""Articles out of landed pages: text, metadata, language, relevance, duplicates. No network, no clock, no database."""

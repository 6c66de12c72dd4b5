"""Ways into a publisher's past: what a feed no longer shows, found where the publisher or an archive still has it."""

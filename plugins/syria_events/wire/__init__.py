"""What goes over the wire: requests, responses, and the content encodings of bodies."""

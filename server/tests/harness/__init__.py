"""What the tests stand on: real databases, real servers, clients, and objects made through the API."""

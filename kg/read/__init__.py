"""Files in, cleaned documents out."""

"""`/feeds`: feeds that bring their articles by themselves, and when they are asked."""

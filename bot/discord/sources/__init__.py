"""`/sources`: what is indexed, how fresh it is, and one article's particulars and passages."""

"""`/articles`: bringing articles in and out, building and going back, by admins, a schedule or a changed
folder."""

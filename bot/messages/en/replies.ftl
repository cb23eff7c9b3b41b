### Discord: the buttons under an answer

reply-gone = This answer is older than { $days } days, so its buttons no longer work. Ask the question again, and you get it as the articles stand today.
reply-share = Share
reply-shared-by = Shared by { $who }
reply-shared-already = This answer is already shared.
reply-share-may-not = You may not write here, so I cannot share this answer in your name.
reply-share-bot-may-not = I may not write in this channel. Ask where I may, or ask an admin to let me.
reply-delete = Delete
reply-delete-not-yours = Only the person who asked and the moderators can delete this answer.
reply-no-embeds = I may not show answers here: I lack the permission “Embed Links” in this channel. An admin can give it to me; until then `/ask` works.

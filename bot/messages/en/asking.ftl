### Discord: asking, following up, and where

follow-up = Follow up
follow-up-title = Ask further
follow-up-label = Your next question
follow-up-example = And who built it?
follow-up-by = { $name } asks further
asking-not-here = An admin of this server asked me to stay silent in this channel. Ask me in another one, or write to me directly.
asking-not-here-but = In this server I answer in { $channels }. Ask me there, or write to me directly.
asking-no-words = There are no words in this message that I could look for. Pick one with text, or use `/ask`.
discord-ask-the-articles-about-this = Ask the articles about this
help-follow = **Go on** with *{ follow-up }* under an answer, by a reply to it or by another mention: “And who built it?” is understood. In a message’s menu, *Apps* has *{ discord-ask-the-articles-about-this }*.

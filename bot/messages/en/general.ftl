### Discord: what several commands share

discord-previous = Previous
discord-next = Next
discord-not-yours = Only the person who opened this list can turn its pages. Run the command yourself to get your own.
discord-stopping = I am restarting just now. Please try again in a minute.
discord-no-previous-page = There is no such page any more.
confirm-leave = Leave it
confirm-left = Nothing was changed.

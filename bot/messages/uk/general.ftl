### Discord: what several commands share

discord-previous = Назад
discord-next = Далі
discord-not-yours = Гортати цей список може лише той, хто його відкрив. Виконайте команду, щоб мати власний.
discord-stopping = Я саме перезапускаюся. Спробуйте, будь ласка, ще раз за хвилину.
discord-no-previous-page = Цієї сторінки вже немає.
confirm-leave = Залишити
confirm-left = Нічого не змінено.

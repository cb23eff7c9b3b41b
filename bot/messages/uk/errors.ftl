### Discord: errors

error-title = Не вийшло
error-refused-title = Неможливо
error-unexpected = Щось пішло не так, хоча не мало б. Будь ласка, назвіть адміну цей ідентифікатор: `{ $id }`
error-no-permission = Це можуть лише ті, хто може керувати цим сервером.
error-server-only = Це працює лише на сервері.
error-command-changed = Мої команди змінилися. Перезавантажте Discord (Ctrl+R) і спробуйте ще раз.
error-took-too-long = Це тривало надто довго, і спробу припинено. Спробуйте, будь ласка, ще раз за мить.
error-date = Не вдається прочитати «{ $text }» як день. Напишіть так: 02.05.2026, 2 травня 2026 або травень 2026.
error-date-ambiguous = «{ $text }» може бути двома різними днями. Напишіть так: 02.05.2026 або 2 травня 2026.
error-date-order = Між цими двома днями нічого немає: «{ discord-ask-since.name }» ({ $since }) пізніше за «{ discord-ask-until.name }» ({ $until }).
error-publisher = Жодної статті видання «{ $name }» немає.
error-publisher-near = Жодної статті видання «{ $name }» немає. Можливо, { $near }?
error-discord = Discord щойно не прийняв мою відповідь. Спробуйте ще раз за мить.
error-forbidden = Мені тут бракує на це дозволу. Повідомте адміна цього сервера.

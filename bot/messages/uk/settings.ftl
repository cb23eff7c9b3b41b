### Discord: налаштування сервера

discord-settings = Що я роблю на цьому сервері: де і як відповідаю, хто дбає про мене (для адмінів)
    .name = налаштування
settings-filter-without = вилучено на цьому сервері: { $names }
settings-title = Налаштування цього сервера
settings-intro = Те, що ви тут обираєте, діє одразу й лише на цьому сервері.
settings-choose = Що ви хочете змінити?
settings-back = Усі налаштування
settings-line = **{ $field }:** { $value }
settings-warning = ⚠️ { $text }
settings-done = ✅ { $changes }
settings-same = Так уже було.
settings-change = { $field }: { $before } → { $after }
settings-audit = { $who } змінює налаштування.
    { $changes }
settings-topic = { $topic ->
    [where] Де я відповідаю
    [how] Як я відповідаю
    [who] Хто дбає про мене
    [articles] Статті
    [language] Мова
   *[backup] Резервна копія
}
settings-hint = { $topic ->
    [where] Канали з відповідями, мовчазні, або з відповідями без згадки
    [how] Коротко чи повністю, приватно чи для всіх, у гілках
    [who] Ролі адмінів, канал журналу, до кого звертатися, журнал запитань
    [articles] Видання, які враховано або вилучено
    [language] Одна мова для всіх, або власна мова кожного
   *[backup] Усе у файл, із файлу, або як на початку
}
settings-about = { $topic ->
    [where] Категорія означає всі свої канали, а канал чи форум — свої гілки. Де я мовчу, там не відповідаю нікому, хоч би канал було обрано деінде.
    [how] Для відповідей на цьому сервері. З `/{ discord-ask.name }` кожен сам обирає, чи бачать відповідь інші.
    [who] Ролі адмінів можуть користуватися `/{ discord-settings.name }`, а командами для статей — там, де оператор дозволяє це адмінам цього сервера; обирають їх лише ті, хто може керувати сервером. Коли я нічого не знаходжу, то називаю роль або канал, до яких звернутися, і нікого не сповіщаю.
    [articles] Відповіді, підказки та `/{ discord-sources.name }` на цьому сервері обмежено цими виданнями. Видання, яке є в обох списках, вилучено.
    [language] Для того, що в каналі бачать усі. Те, що бачить лише одна людина, — її мовою, а цитата лишається такою, як її написано.
   *[backup] Файл містить усі налаштування цього сервера. Перш ніж застосувати файл, я показую, що він змінить.
}
settings-field = { $field ->
    [answer_in] Відповіді лише в
    [silent_in] Мовчання в
    [every_question_in] Відповідь на кожне запитання в
    [style] Стиль
    [private] Відповіді на /{ discord-ask.name }
    [threads] Відповіді на згадки
    [admin_roles] Ролі адмінів
    [audit_channel] Канал журналу
    [escalation_role] Роль, до якої звертатися
    [escalation_channel] Канал, де звертатися
    [log_questions] Журнал запитань
    [publishers_only] Лише ці видання
    [publishers_never] Ніколи ці видання
   *[language] Мова
}
settings-empty = { $field ->
    [answer_in] усюди
    [silent_in] ніде
    [every_question_in] ніде
    [admin_roles] немає, лише ті, хто може керувати сервером
    [publishers_only] усі
   *[rest] немає
}
settings-switch = { $field ->
    [private] { $on ->
        [yes] лише для того, хто питає, якщо не сказано інакше
       *[no] для всіх, якщо той, хто питає, не скаже інакше
    }
    [threads] { $on ->
        [yes] окремою гілкою, названою за запитанням
       *[no] у каналі
    }
   *[log_questions] { $on ->
        [yes] увімкнено
       *[no] вимкнено
    }
}
settings-turn = { $field ->
    [private] { $on ->
        [yes] Відповідати приватно: так
       *[no] Відповідати приватно: ні
    }
    [threads] { $on ->
        [yes] Відповідати в гілках: так
       *[no] Відповідати в гілках: ні
    }
   *[log_questions] { $on ->
        [yes] Журнал запитань: так
       *[no] Журнал запитань: ні
    }
}
settings-style = { $style ->
    [full] повні відповіді
    [short] короткі відповіді
   *[quotes] лише цитати
}
settings-style-hint = { $style ->
    [full] Усе, що статті кажуть про це запитання
    [short] Перше твердження і те, що йому потрібно
   *[quotes] Дослівно зі статей, без переказу
}
settings-language = { $locale ->
    [en] English
    [de] Deutsch
    [es-ES] Español
    [fr] Français
    [pt-BR] Português do Brasil
    [uk] Українська
   *[none] власна мова кожного
}
settings-pick = { $field ->
    [answer_in] Відповідати лише в … (нічого: усюди)
    [silent_in] Мовчати в … (нічого: ніде)
    [every_question_in] Відповідати на кожне запитання в … (нічого: ніде)
    [admin_roles] Ролі адмінів
    [audit_channel] Канал журналу: рядок про кожну зміну
    [escalation_role] Роль, яку я називаю, коли нічого не знаходжу
    [escalation_channel] Канал, який я називаю, коли нічого не знаходжу
    [publishers_only] Лише ці видання (нічого: усі)
   *[publishers_never] Ніколи ці видання
}
settings-write = { $field ->
    [publishers_only] Лише ці видання …
   *[publishers_never] Ніколи ці видання …
}
settings-names = Видання
settings-names-hint = По одному в рядку, як їх називає /{ discord-sources.name } { discord-sources-list.name }; порожньо — жодного
settings-too-many-names = Список містить щонайбільше { $limit } видань. Назвіть ті, яких менше: враховані або вилучені.
settings-and-more = { $names } + { $count }
settings-gone-channel = *видалений канал*
settings-gone-role = *видалена роль*
settings-gone = { $kind ->
    [role] { $field }: обрану роль відтоді видалено. Оберіть знову, щоб прибрати її зі списку.
   *[channel] { $field }: обраний канал відтоді видалено. Оберіть знову, щоб прибрати його зі списку.
}
settings-missing = У { $channel } мені бракує: { $permissions }. Надайте там цей дозвіл моїй ролі або оберіть інший канал.
settings-permission = { $name ->
    [view_channel] Перегляд каналу
    [send_messages] Надсилання повідомлень
    [embed_links] Вбудовування посилань
    [read_message_history] Читання історії повідомлень
    [create_public_threads] Створення публічних гілок
   *[send_messages_in_threads] Надсилання повідомлень у гілках
}
settings-both = У { $channels } я мовчу, хоча ці канали обрано й для відповідей.
settings-titles-only = Мій оператор не дозволив мені читати повідомлення, які не згадують мене. Тож у каналах, де слід відповідати на кожне запитання, я бачу лише заголовки дописів форумів; деінде відповідаю, коли мене згадують.
settings-not-everyone = @everyone тут обрати не можна: це всі учасники.
settings-no-such-channel = Цього каналу вже немає. Оберіть інший.
settings-no-such-role = Цієї ролі вже немає. Оберіть іншу.
settings-out-of-date = Ця панель застаріла. Відкрийте нову через `/{ discord-settings.name }`.
settings-reset = { $all ->
    [yes] Скинути все
   *[no] Скинути ці
}
settings-reset-ask = Потім буде так:
settings-reset-confirm = Так, скинути
settings-reset-nothing = Скидати нічого: тут усе як на початку.
settings-log-notice = { $who } вмикає журнал запитань цього сервера: відтепер запитання, які мені тут ставлять, зберігаються, щоб адміни бачили, на що статті не дають відповіді. `/{ discord-privacy.name }` каже, що зберігається та як довго, і прибирає це.
settings-log-untold = Журнал запитань лишається вимкненим: про нього мають знати всі, а в цьому каналі мені не можна писати. Відкрийте `/{ discord-settings.name }` у каналі, де мені можна.
settings-export = Зберегти у файл
settings-import = Прочитати файл
settings-exported = Файл містить усі налаштування цього сервера. Канали й ролі визначено за їхніми id; назви поруч — для вас.
settings-import-form-modal = Прочитати файл
settings-import-label = Файл
settings-import-hint = Такий, як дає «Зберегти у файл»
settings-import-too-large = Файл має понад { $kilobytes } кБ, а такими великими налаштування не бувають. Нічого не змінено.
settings-import-unreadable = { $why ->
    [json] Це не файл JSON, тож нічого не змінено. Я читаю те, що дає «Зберегти у файл».
    [format] Це не файл налаштувань або він від новішої моєї версії, тож нічого не змінено. Я читаю те, що дає «Зберегти у файл».
   *[field] Те, що файл каже під «{ $where }», я використати не можу, тож нічого не змінено. Я читаю те, що дає «Зберегти у файл».
}
settings-import-not-fetched = Discord не дав мені файл. Спробуйте ще раз.
settings-import-ask = Це зміниться:
settings-import-nothing = Усе, що каже файл, уже так і налаштовано.
settings-import-left-out = Пропущено для «{ $field }», бо на цьому сервері немає такого каналу чи ролі: { $names }
settings-import-unindexed = Зараз немає жодної статті цих видань; у списку вони лишаються: { $names }
settings-import-confirm = Так, налаштувати
settings-none-let-in = Жодна стаття не належить виданню, яке дозволили адміни цього сервера.
settings-publisher-out = Адміни цього сервера вилучили «{ $name }». Запитайте без нього.
settings-help = **Налаштуйте мене** для цього сервера через `/{ discord-settings.name }`: де і як я відповідаю, хто дбає про мене, видання, мова.
settings-unreadable = Неможливо прочитати, що обрали адміни серверів, тому на жодному сервері запитання не отримують відповіді. Причина — в журналі; нова спроба відбудеться автоматично.
settings-readable-again = Те, що обрали адміни серверів, знову можна прочитати, і запитання отримують відповіді.

### Discord: the admin's side, articles

articles-by = адмін у Discord
articles-by-itself = { $kind ->
    [feeds] розклад стрічок
   *[watch] нагляд за текою статей
}
articles-stage = { $stage ->
    [fetching] Завантаження сторінок
    [reading] Читання статей
    [chunking] Поділ на уривки
    [embedding] Обчислення векторів
    [writing] Запис індексу
    [checking] Перевірка індексу
   *[publishing] Публікація
}
articles-progress-title = { $kind ->
    [check] Перевірка теки статей
    [add] Додавання статей
    [remove] Вилучення статей
    [refresh] Перевірка, чи змінилися сторінки
    [rollback] Повернення до попереднього індексу
    [feeds] Читання стрічок
   *[reindex] Переіндексація
}
articles-kind = { $kind ->
    [check] перевірка
    [add] додавання
    [remove] вилучення
    [refresh] оновлення сторінок
    [rollback] повернення до попереднього індексу
    [feeds] робота зі стрічками
   *[reindex] переіндексація
}
articles-add-what = Дайте хоча б одне посилання або файл. Кілька посилань ідуть в одне поле, через пробіл.
articles-add-too-many = Дайте, будь ласка, не більше ніж { $limit } посилань за раз.
articles-add-too-large = Ці файли завеликі: разом не більше ніж { $megabytes } МБ. Більші може покласти в теку статей той, хто тримає бота.
articles-add-not-fetched = не вдалося завантажити з Discord. Прикріпіть файл ще раз.
articles-add-title = Додано
articles-add-nothing-title = Нічого додати не вдалося
articles-refresh-title = Сторінки перевірено
articles-remove-title = Вилучено
articles-remove-nothing-title = Нічого не вилучено
articles-sources-added = **Додано:** { $count }
articles-sources-failed = **Не зроблено:** { $count }
articles-sources-removed = **Вилучено:** { $count }
articles-pages-changed = **Сторінки зі змінами:** { $count }
articles-pages-unchanged = Сторінки без змін: { $count }
articles-pages-gone = **Зникли зі своїх сайтів:** { $count }. Їхні статті залишаються, доки хтось їх не вилучить.
articles-source = { $outcome ->
    [added] - { $name }{ $articles ->
        [1] {""}
        [one] {" "}({ $articles } стаття)
        [few] {" "}({ $articles } статті)
        [many] {" "}({ $articles } статей)
       *[other] {" "}({ $articles } статті)
    }
    [changed] - { $name }: змінилося, відколи додано
    [unchanged] - { $name }: уже було
   *[removed] - { $name }: вилучено раніше, так і залишається
}
articles-source-moved = - { $name } (відкладено до теки даних)
articles-remove-ask = Вилучити цю статтю? Після цього її не цитуватиме жодна відповідь. Її файл буде відкладено, а не видалено.

    { $article }
articles-remove-confirm = Вилучити
articles-cancel = Скасувати
articles-cancel-too-late = Ця робота вже закінчилася.
articles-cancelled-title = Скасовано: { $what }
articles-cancelled = Роботу зупинено (хто: { $by }). Опубліковане раніше відповідає й далі; наступна побудова візьме вже зроблене.
articles-cancelled-summary = скасовано
articles-failed-summary = не вдалося: { $error }
articles-audit = { $who }: { $what }, { $result }
articles-summary = додано: { $added }, змінено: { $changed }, вилучено: { $removed }, не прочитано: { $problems }
articles-summary-nothing = нічого не змінилося
articles-summary-rollback = відповіді знову беруться з { $generation }
articles-interrupted = Бот зупинився, і це урвалося: { $what }, розпочато вами { $since }. { $became }
articles-interrupted-published = Результат на той час уже було опубліковано, і відповіді беруться з нього.
articles-interrupted-lost = Нічого з цього не опубліковано; опубліковане раніше відповідає й далі. Почніть знову, коли захочете: уже зроблене не пропаде.
articles-progress-start = Починаємо…
articles-waiting-for = Чекає своєї черги: над статтями працює { $by }, почато { $since }. Потім усе продовжиться саме.
articles-waiting = Чекає своєї черги: зараз над статтями працюють. Потім усе продовжиться саме.
articles-progress-count = { $done } з { $total }
articles-progress-rate = { NUMBER($rate, maximumFractionDigits: 1) }/с
articles-progress-left = лишилося приблизно { $time }
articles-time-seconds = { $count } с
articles-time-minutes = { $count } хв
articles-done-title = Переіндексовано
articles-unchanged-title = Переіндексовувати нічого
articles-check-title = Що зробила б переіндексація
articles-nothing-changed = Тека статей така, як була; нічого не опубліковано, і не було потреби.
articles-check-nothing = Нічого: тека статей така, як була.
articles-added = **Додано:** { $count }
articles-changed = **Змінено:** { $count }
articles-removed = **Вилучено:** { $count }
articles-unchanged = Без змін: { $count }
articles-copies = { $count ->
    [one] { $count } стаття має той самий текст, що й інша, і її об’єднано з нею
    [few] { $count } статті мають той самий текст, що й інша, і їх об’єднано з нею
    [many] { $count } статей мають той самий текст, що й інша, і їх об’єднано з нею
   *[other] { $count } статті мають той самий текст, що й інша, і їх об’єднано з нею
}
articles-problems = **Не вдалося прочитати:** { $count }
articles-item = - { $name }
articles-problem = - { $name }: { $reason }
articles-more = - і ще { $count }
articles-published = Опубліковано як { $generation } через { $time }; уривків обчислено: { $embedded }, узято готових: { $reused }.
articles-would-take = Перевірка тривала { $time }.
articles-status-title = Індекс
articles-status-published = Опубліковано
articles-status-published-value = { $when } ({ $by })
articles-status-articles = Статті
articles-status-passages = Уривки
articles-status-newest = Найновіша стаття
articles-status-model = Модель векторів
articles-status-size = Розмір
articles-status-size-value = { NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } МБ
articles-status-generation = Покоління
articles-status-running = **Триває:** { $what }, почато { $since } ({ $by })
articles-status-waiting = **Чекає своєї черги:** { $what }, почато { $since } ({ $by })
articles-status-failure = **Не вдалося { $when }:** { $what } ({ $by }): { $error }
articles-rollback-title = Повернуто попередній індекс
articles-rollback-done = Відповіді знову беруться з { $generation }. Переіндексація опублікує теку статей такою, як вона є зараз.
articles-goes-on = Це триває, але Discord дає мені змінювати це повідомлення лише 15 хвилин, а іншого надіслати вам не вдається. `/{ discord-articles.name } { discord-articles-status.name }` покаже, що опубліковано.
articles-goes-on-there = Discord дає мені змінювати це повідомлення лише 15 хвилин, тому далі — тут: { $link }
articles-finished-elsewhere = { $mention }, вашу роботу зі статтями закінчено. Приватне повідомлення надіслати не вдалося; `/{ discord-articles.name } { discord-articles-status.name }` покаже, що опубліковано.
articles-stopped = Бот вимикається, тому це зупинено. Опубліковане раніше відповідає й далі.

### Discord: the admin's side, feeds

feeds-title = { $count ->
    [one] { $count } стрічка
    [few] { $count } стрічки
    [many] { $count } стрічок
   *[other] { $count } стрічки
}
feeds-title-none = Стрічок немає
feeds-none = Поки що жодна стрічка не приносить нових статей. `/{ discord-feeds.name } { discord-feeds-add.name }` додасть стрічку за її адресою або за адресою її сайту.
feeds-name = **{ $id } · { $name }** · { $kind }
feeds-name-short = **{ $id } · { $name }**
feeds-health = Останній успіх: { $last } · { $articles ->
    [one] { $articles } стаття
    [few] { $articles } статті
    [many] { $articles } статей
   *[other] { $articles } статті
} · наступний раз: { $next }
feeds-never = ніколи
feeds-next-paused = після відновлення
feeds-error = { $failures ->
    [0] **Остання помилка:** { $error }
    [1] **Остання помилка:** { $error }
    [one] **Остання помилка, { $failures } раз поспіль:** { $error }
    [few] **Остання помилка, { $failures } рази поспіль:** { $error }
    [many] **Остання помилка, { $failures } разів поспіль:** { $error }
   *[other] **Остання помилка, { $failures } разу поспіль:** { $error }
}
feeds-paused = **Призупинено** (хто: { $by })
feeds-more = … і ще { $count }
feeds-round = { $name }: нових: { $new }, змінених: { $changed }
feeds-round-nothing = { $name }: нічого нового
feeds-round-failed = Не вдалося отримати { $name }: { $error }
feeds-round-paused = Відтепер стрічку { $name } призупинено: { $error } Її статті залишаються.
feeds-known = Стрічку { $name } вже було додано.
feeds-known-paused = Стрічку { $name } вже було додано, і її призупинено; `/{ discord-feeds.name } { discord-feeds-resume.name }` відновить її.
feeds-waiting = Наступного разу прийде ще: { $count }.
feeds-passed-over = Старіших записів, що були раніше й пропущені: { $count }.
feeds-problems = **Не вдалося отримати:** { $count }
feeds-published = Опубліковано як { $generation }.
feeds-none-asked = Не було жодної стрічки, яку читати.
feeds-added-title = Стрічки додано
feeds-not-added-title = Жодної стрічки не додано
feeds-refreshed-title = Стрічки перевірено
feeds-summary = { $feeds ->
    [one] { $feeds } стрічка
    [few] { $feeds } стрічки
    [many] { $feeds } стрічок
   *[other] { $feeds } стрічки
}; нових: { $new }, змінених: { $changed }, невдалих: { $failed }
feeds-add-what = Дайте адреси стрічок через пробіл: хоча б одну, але не більше ніж { $limit } за раз.
feeds-unknown = Стрічки { $feed } немає. Виберіть одну з підказок; `/{ discord-feeds.name } { discord-feeds-list.name }` покаже всі.
feeds-pause-done = Призупинено: { $name }. Статті цієї стрічки залишаються.
feeds-resume-done = Відтепер знову читається: { $name }
feeds-audit = { $who }: { $result }
feeds-remove-ask = Вилучити стрічку { $name }? Вона більше не приноситиме нового; її статті залишаться.
feeds-remove-ask-all = Вилучити стрічку { $name } разом з її статтями ({ $articles })? Після цього їх не цитуватиме жодна відповідь. Їхні файли буде відкладено, а не видалено.
feeds-remove-confirm = Вилучити
feeds-removed-title = Вилучено
feeds-removed = Стрічку { $name } вилучено. Її статті залишаються.
feeds-removed-with-articles = Стрічку { $name } вилучено, а з нею { $articles ->
    [one] { $articles } статтю
    [few] { $articles } статті
    [many] { $articles } статей
   *[other] { $articles } статті
}.

### Discord: answers

answer-quote = «{ $text }»{ $marks }
answer-statement = { $text }{ $marks }
answer-footnote = [{ $number }] { $article }
answer-caption = підпис до фото: { $article }
answer-under = у розділі { $headings }
answer-article-brief = короткий виклад: { $title }, { $publisher }
answer-article-brief-only = короткий виклад: { $title }
answer-authors-more = { $count ->
    [one] { $names } та ще { $count } особа
    [few] { $names } та ще { $count } особи
    [many] { $names } та ще { $count } осіб
   *[other] { $names } та ще { $count } особи
}
answer-copies = також у: { $names }
answer-date = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
} { $year } р.
answer-date-unknown = дата невідома
answer-newest = Найновіша стаття, на якій ґрунтується ця відповідь: { $date }
answer-shortened = { $left_out ->
    [0] Скорочено, щоб умістилося. Повний текст — в уривках.
    [one] Скорочено, щоб умістилося: пропущено ще { $left_out } твердження. Запитайте про подробицю, щоб його побачити.
    [few] Скорочено, щоб умістилося: пропущено ще { $left_out } твердження. Запитайте про подробицю, щоб їх побачити.
    [many] Скорочено, щоб умістилося: пропущено ще { $left_out } тверджень. Запитайте про подробицю, щоб їх побачити.
   *[other] Скорочено, щоб умістилося: пропущено ще { $left_out } твердження. Запитайте про подробицю, щоб їх побачити.
}
answer-understood = -# Зрозуміло так: { $question }
answer-understood-plain = Зрозуміло так: { $question }
answer-conflict = Статті розходяться: { $sides }.
answer-conflict-newest = { $words } ({ $date }, найновіше)
answer-conflict-side = { $words } ({ $date })
answer-unanswered = Про цю частину в статтях нічого не знайшлося: { $part }
answer-degraded = { $why ->
    [away] Мовна модель зараз недоступна, тому ця відповідь — без неї.
    [slow] Мовна модель відповідала надто довго, тому ця відповідь — без неї.
    [budget] Токени мовної моделі на сьогодні вичерпано, тому ця відповідь — без неї.
    [unusable] Мовна модель не дала нічого придатного, тому ця відповідь — без неї.
    [unsupported] Того, що сказала мовна модель, у статтях немає, тому ця відповідь — без неї.
   *[cut_short] Мовна модель урвалася: сказане до того правильне, але, можливо, це не все.
}
answer-growing = Далі буде ще…
answer-nothing-found = У статтях не знайшлося нічого, що відповідало б на це запитання.
answer-period = { $shape ->
    [since] починаючи з { $start }
    [until] до { $end } включно
    [day] { $start }
   *[between] з { $start } до { $end }
}
answer-period-only = Лише статті, опубліковані { $period }, брали участь у пошуку.
answer-period-preferred = { $open ->
    [yes] Статті, опубліковані { $period }, мали перевагу.
   *[no] Перевагу мали статті, опубліковані { $period } або невдовзі потому.
}
answer-period-set-aside = Ви питаєте про статті, опубліковані { $period }, але задані вами дні їх усі виключають; пошук тримався заданих днів.
answer-nothing-in-period = У статтях, опублікованих { $period }, не знайшлося нічого, що відповідало б на це запитання.
answer-nothing-in-period-next = Запитайте без дати, щоб шукати в усіх статтях.
answer-nearest = Найближчі статті:
answer-nearest-line = - { $article }
answer-not-a-question = Тут немає чого шукати. Поставте запитання кількома словами, наприклад: Скільки коштувало нове світло в порту?
answer-too-long = Це { $length } симв. — забагато для одного запитання. Запитайте, будь ласка, одним-двома реченнями.
answer-no-articles = Жодна стаття не відповідає тому, що ви задали ({ $filters }). Розширте це або приберіть; `/{ discord-sources.name } { discord-sources-list.name }` покаже, що є.
answer-filter-publisher = видання: { $names }
answer-filter-since = від { $date }
answer-filter-until = до { $date }
answer-filter-none = без фільтра
answer-passages-button = Уривки
answer-passage-standing = { $standing ->
    [removed] ⚠️ Відтоді, як дано цю відповідь, статтю вилучено з індексу; її текст більше не показується.
    [quote-gone] ⚠️ Відтоді, як дано цю відповідь, стаття змінилася: процитованих слів у ній уже немає. Нижче — якою вона була тоді.
   *[changed] ⚠️ Відтоді, як дано цю відповідь, стаття змінилася. Процитовані слова в ній залишилися; нижче — якою вона була тоді.
}
answer-passages-gone = Уривки цієї відповіді більше не зберігаються. Поставте запитання ще раз, щоб їх побачити.
answer-passages-not-yours = Ця відповідь приватна: її уривки може відкрити лише той, хто запитував.
answer-passage-title = Уривок { $page } з { $pages }
answer-passage-line = [{ $number }] { $article }
answer-passage-heading = Під заголовком: { $heading }

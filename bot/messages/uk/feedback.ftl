### Discord: що люди думають про відповіді, і чого бракує у статтях

discord-feedback = Що люди думають про мої відповіді, і чого бракує у статтях (для адмінів)
    .name = відгуки
discord-feedback-summary = Корисно чи ні, які статті критикували і чому
    .name = підсумок
discord-feedback-summary-days = За скільки днів; якщо не вказати, за 30
    .name = днів
discord-feedback-unanswered = Запитання, на які статті не відповіли: чого їм бракує
    .name = без-відповіді
discord-feedback-export = Тестові запитання зі справжніх, щоб вимірювати відповіді
    .name = експорт
answer-logged = На цьому сервері запитання записуються · /{ discord-privacy.name } { discord-privacy-show.name }
feedback-helpful = Корисно
feedback-not-helpful = Не корисно
feedback-title = Що було не корисно?
feedback-label = Ваша причина
feedback-label-note = Можна лишити порожнім. Її читають ті, хто мною опікується, без вашого імені.
feedback-example = Це число стосується старого маяка.
feedback-thanks = Дякую! Тими самими кнопками можна передумати. { $question ->
    [logged] Я зберігаю ваш голос, причину, день і процитовані статті протягом { $time }; запитання також, бо цей сервер записує запитання.
    [agree] Я зберігаю ваш голос, причину, день і процитовані статті протягом { $time }, але не ваше запитання. Якщо ви згодні, я збережу і його: тоді адміни зможуть вимірювати мене ним.
   *[none] Я зберігаю ваш голос, причину, день і процитовані статті протягом { $time }, але не запитання.
}
feedback-keep-question = Зберегти й моє запитання
feedback-question-kept = Дякую! Разом із вашим голосом я зберігаю це запитання протягом { $time }: «{ $question }»
feedback-question-gone = Я вже не пам’ятаю вашого запитання, тож не можу його зберегти. Ваш голос однаково враховано.
feedback-summary-title = { $days ->
    [one] Відгуки за { $days } день
    [few] Відгуки за { $days } дні
    [many] Відгуки за { $days } днів
   *[other] Відгуки за { $days } днів
}
feedback-summary-nothing = За цей час ніхто не оцінив жодної відповіді. Кнопки «Корисно» і «Не корисно» є під кожною відповіддю.
feedback-summary = Корисно: **{ $helpful }**, не корисно: **{ $not_helpful }**. Відповідь корисна для { $percent } %.
feedback-summary-articles = **Статті, процитовані там, де було не корисно:**
feedback-summary-article = - { $name } ({ $count })
feedback-summary-reasons = **Останні причини:**
feedback-summary-reason = - { $day }: { $text }
feedback-unanswered-title = Чого бракує у статтях
feedback-unanswered-about = Запитання, на які я не знаходжу відповіді; спершу найновіші, схожі разом:
feedback-unanswered-no-more = -# На цьому сервері запитання більше не записуються; ці лишилися з минулого.
feedback-unanswered-line = { $number }. { $question } { $count ->
    [one] ({ $count } раз, { $day })
    [few] ({ $count } рази, востаннє { $day })
    [many] ({ $count } разів, востаннє { $day })
   *[other] ({ $count } разів, востаннє { $day })
}
feedback-unanswered-nothing = На кожне записане досі запитання була відповідь.
feedback-unanswered-not-logged = На цьому сервері запитання не записуються, тож я не знаю, які з них лишилися без відповіді. Це можна ввімкнути через `/{ discord-settings.name }`; тоді про це сказано під кожною відповіддю.
feedback-missing-menu = На які з них статті слушно не відповідають?
feedback-marked = { $count ->
    [one] { $count } запитання позначено
    [few] { $count } запитання позначено
    [many] { $count } запитань позначено
   *[other] { $count } запитань позначено
} як слушно лишені без відповіді; вони входять до `/{ discord-feedback.name } { discord-feedback-export.name }`.
feedback-export-title = Тестові запитання
feedback-export-nothing = Їх ще немає. Вони складаються з корисних відповідей, запитання до яких збережено, і з тих, які ви позначите в `/{ discord-feedback.name } { discord-feedback-unanswered.name }`.
feedback-export-done = { $count ->
    [one] У файлі { $count } запитання.
    [few] У файлі { $count } запитання.
    [many] У файлі { $count } запитань.
   *[other] У файлі { $count } запитань.
} Той, хто тримає бота, може вимірювати його ними: `python -m bot evaluate --questions questions.jsonl`. Спершу прочитайте їх: корисна відповідь не завжди правильна.

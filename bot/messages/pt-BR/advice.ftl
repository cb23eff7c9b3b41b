### Discord: sob uma recusa

advice-unfiltered = Sem o que você definiu, os artigos respondem: deixe as opções em branco.
advice-answered = O que os artigos respondem, por exemplo:
advice-answered-line = - *{ $question }*
advice-question = O que se sabe sobre { $subject }?
advice-hint = { $kind ->
    [name] Diga o nome da pessoa, do lugar ou da coisa de que você fala.
    [shorter] Pergunte em uma frase curta, uma coisa de cada vez.
   *[words] Tente com palavras que os artigos usariam, como as dos títulos deles.
}
advice-turn-to = { $named ->
    [role] Você também pode falar com { $role }.
    [channel] Você também pode perguntar em { $channel }.
   *[both] Você também pode falar com { $role } ou perguntar em { $channel }.
}

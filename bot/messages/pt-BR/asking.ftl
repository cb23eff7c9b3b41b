### Discord: perguntar, continuar, e onde

follow-up = Perguntar mais
follow-up-title = Perguntar mais
follow-up-label = Sua próxima pergunta
follow-up-example = Quem construiu o farol?
follow-up-by = { $name } pergunta mais
asking-not-here = Um admin deste servidor me pediu para ficar em silêncio neste canal. Pergunte em outro, ou me escreva por mensagem direta.
asking-not-here-but = Neste servidor eu respondo em { $channels }. Pergunte lá, ou me escreva por mensagem direta.
asking-no-words = Não há palavras nesta mensagem que eu possa procurar. Escolha uma com texto, ou use `/{ discord-ask.name }`.
discord-ask-the-articles-about-this = Perguntar aos artigos
    .name = Perguntar aos artigos
help-follow = **Continue** com *{ follow-up }* sob uma resposta, respondendo a ela ou com outra menção: em inglês, “And who built it?” também é entendido. No menu de uma mensagem, em *Apps*, há *{ discord-ask-the-articles-about-this.name }*.

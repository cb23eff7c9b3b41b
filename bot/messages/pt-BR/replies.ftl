### Discord: os botões sob uma resposta

reply-gone = Esta resposta tem mais de { $days } dias e os botões dela não funcionam mais. Faça a pergunta de novo e você a terá conforme os artigos de hoje.
reply-share = Compartilhar
reply-shared-by = Compartilhada por { $who }
reply-shared-already = Esta resposta já foi compartilhada.
reply-share-may-not = Você não pode escrever aqui, então não posso compartilhar a resposta em seu nome.
reply-share-bot-may-not = Não posso escrever neste canal. Pergunte onde eu posso, ou peça a um admin que me deixe.
reply-delete = Excluir
reply-delete-not-yours = Só quem perguntou e a moderação podem excluir esta resposta.
reply-no-embeds = Não posso mostrar respostas aqui: falta-me a permissão “Inserir links” neste canal. Um admin pode dá-la; até lá, `/{ discord-ask.name }` funciona.

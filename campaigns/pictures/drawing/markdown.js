// Discord's Markdown as HTML, by a parser of Discord's own dialect; mentions and moments get words.

import { toHTML } from '@odiffey/discord-markdown';

function escaped(text) {
	return text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`);
}

/** As Discord writes `<t:…:R>`, but the same in every run; other styles as a date. */
function moment(timestamp, style) {
	if (style !== 'R') {
		return style?.toLowerCase() === 't' ? '14:06' : '3 May 2026 14:06';
	}
	return Number(timestamp) * 1000 < Date.now() ? '2 minutes ago' : 'in 30 minutes';
}

/** Markdown as HTML; `names` has what stands for each id that is mentioned. */
export function markdown(text, names = {}) {
	const mention = (sign, kind) => ({ id }) => `${sign}${escaped(names[id] ?? kind)}`;
	const html = toHTML(text, {
		embed: true,
		discordCallback: {
			user: mention('@', 'someone'),
			role: mention('@', 'role'),
			channel: mention('#', 'channel'),
			slash: ({ name }) => `/${escaped(name)}`,
			timestamp: ({ timestamp, style }) => `<span class="moment">${moment(timestamp, style)}</span>`,
		},
	});
	return html;
}

/** What is left of Markdown where an element takes plain text only: a title, a field's name. */
export function plain(text, names = {}) {
	const holder = document.createElement('div');
	holder.innerHTML = markdown(text, names);
	return holder.textContent;
}

// In the browser page of a picture: one message, from the payload that the bot sent, as elements.

import { layout } from './layouts.js';
import { markdown, plain } from './markdown.js';

const EPHEMERAL = 1 << 6;
const COMPONENTS_V2 = 1 << 15;
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive', 5: 'secondary' };
const AVATAR_COLOURS = { Footnote: '#3B7EA1', Ann: '#B5544D', Ed: '#4F9D69', Ben: '#C58B2A' };

/** An element with attributes (true stands by itself, false and undefined are left out) and children. */
export function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (value === true) made.setAttribute(key, '');
		else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
	}
	made.append(...children.filter((one) => one !== null && one !== undefined));
	return made;
}

function filled(made, text, names) {
	made.innerHTML = markdown(text, names);
	return made;
}

/** A round picture with a letter: nobody's photograph. */
function avatar(name) {
	const mark = name === 'Footnote' ? '[1]' : name[0];
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="${
		AVATAR_COLOURS[name] ?? '#5B6BB5'
	}"/><text x="20" y="26.5" font-family="Noto Sans" font-size="18" fill="#fff" text-anchor="middle">${mark}</text></svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function embedOf(embed, names, narrow) {
	const colour = embed.color === undefined ? undefined : `#${embed.color.toString(16).padStart(6, '0')}`;
	const made = element('discord-embed', {
		slot: 'embeds',
		color: colour,
		'embed-title': embed.title ? plain(embed.title, names) : undefined,
		url: embed.url,
	});
	if (embed.description) {
		made.append(filled(element('discord-embed-description', { slot: 'description' }), embed.description, names));
	}
	if (embed.fields?.length) made.append(fieldsOf(embed.fields, names, narrow));
	if (embed.footer) made.append(element('discord-embed-footer', { slot: 'footer' }, embed.footer.text));
	return made;
}

/** Fields side by side, three in a row, as Discord sets those that are inline; one below the other on a phone. */
function fieldsOf(fields, names, narrow) {
	const made = element('discord-embed-fields', { slot: 'fields' });
	let column = 0;
	for (const field of fields) {
		column = field.inline && !narrow ? (column % 3) + 1 : 0;
		const attributes = { 'field-title': plain(field.name, names), inline: field.inline && !narrow, 'inline-index': column || undefined };
		made.append(filled(element('discord-embed-field', attributes), field.value, names));
	}
	return made;
}

/** One row of buttons, or one select menu. */
export function rowOf(row, names) {
	const made = element('discord-action-row');
	for (const control of row.components) {
		if (control.type === 2) {
			const emoji = control.emoji?.name ? `${control.emoji.name} ` : '';
			const attributes = { type: STYLES[control.style], disabled: control.disabled, url: control.url };
			made.append(element('discord-button', attributes, `${emoji}${control.label ?? ''}`.trim()));
		} else {
			made.append(selectOf(control, names));
		}
	}
	return made;
}

/** A select menu, closed, with what is chosen in it. */
export function selectOf(control, names) {
	const chosen = [
		...(control.options ?? []).filter((option) => option.default).map((option) => option.label),
		...(control.default_values ?? []).map(({ id, type }) => `${type === 'channel' ? '#' : '@'}${names[id] ?? type}`),
	];
	const text = chosen.join(', ') || control.placeholder || 'Make a selection';
	return element('div', { class: chosen.length ? 'select chosen' : 'select' }, element('span', {}, text));
}

function above(message) {
	if (message.command) {
		const { by, name } = message.command;
		return element('discord-command', { slot: 'reply', author: by, avatar: avatar(by), command: name });
	}
	if (message.replyTo) {
		const { author, text } = message.replyTo;
		const line = element('span', { class: 'replied' }, plain(text, message.names));
		return element('discord-reply', { slot: 'reply', author, avatar: avatar(author), mentions: true }, line);
	}
	return null;
}

/** The whole message: what stands above it, its words, embeds, files, controls. */
export function messageOf(message, { light, narrow }) {
	const { names = {} } = message;
	const flags = message.flags ?? 0;
	const made = element(
		'discord-message',
		{
			author: message.author,
			avatar: avatar(message.author),
			bot: message.bot,
			ephemeral: Boolean(flags & EPHEMERAL),
			edited: message.edited,
			timestamp: message.time,
		},
		above(message),
	);
	made.lightTheme = light;
	if (message.content) made.append(filled(element('span'), message.content, names));
	made.append(...(message.embeds ?? []).map((embed) => embedOf(embed, names, narrow)));
	for (const file of message.files ?? []) {
		const attachment = element('discord-file-attachment', { name: file.name, bytes: (file.size / 1024).toFixed(1), 'bytes-unit': 'KB', href: '#' });
		made.append(element('discord-attachments', { slot: 'attachments' }, attachment));
	}
	const components = message.components ?? [];
	if (flags & COMPONENTS_V2) {
		made.append(element('div', { slot: 'components' }, ...components.map((one) => layout(one, names))));
	} else if (components.length) {
		const rows = element('div', { slot: 'components', class: 'rows' }, ...components.map((row) => rowOf(row, names)));
		made.append(rows);
	}
	return made;
}

// In the browser page of a picture: builds a channel out of what the bot sent, with Discord's look.

import '@skyra/discord-components-core';
import { formOf } from './form.js';
import { messageOf } from './message.js';
import { refresh } from './look.js';


/** Draws one picture: `{messages}`, on a "wide" or "narrow" screen, "dark" or "light". Resolves when all is laid out. */
window.draw = async (picture, screen, theme) => {
	const light = theme === 'light';
	refresh();
	document.documentElement.className = `${screen} ${theme}`;
	const channel = document.createElement('discord-messages');
	channel.lightTheme = light;
	channel.noBackground = true;
	const narrow = screen === 'narrow';
	channel.append(...picture.messages.map((one) => (one.form ? formOf(one.form) : messageOf(one, { light, narrow }))));
	document.body.replaceChildren(channel);
	await Promise.all([...document.querySelectorAll('*')].map((one) => one.updateComplete));
	await document.fonts.ready;
};

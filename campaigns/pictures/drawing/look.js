// In the browser page of a picture: today's colours, sizes and corners, where the component library has older ones.

import { css } from 'lit';


const ON_TOP = {
	'discord-messages': css`
		:host { border: 0 !important; line-height: 1.375rem; }
	`,
	'discord-message': css`
		:host { padding-right: 16px !important; font-size: 1rem; color: var(--text) !important; }
		:host(:hover) { background-color: transparent; }
		.discord-message-content { min-width: 0; }
		.discord-message-timestamp, .discord-message-ephemeral { color: var(--muted) !important; }
		.discord-message-ephemeral .discord-message-ephemeral-link { color: var(--link); }
	`,
	'discord-embed': css`
		:host { color: var(--text) !important; margin-top: 4px; margin-bottom: 4px; }
		:host .discord-embed-wrapper {
			background-color: var(--embed) !important; border-color: var(--edge) !important; max-width: 516px;
		}
		:host .discord-embed-title { color: var(--strong) !important; line-height: 1.375; }
		:host .discord-embed-title a { color: var(--link) !important; }
		:host .discord-left-border { background-color: var(--edge); }
	`,
	'discord-embed-description': css`
		:host { white-space: pre-line; color: var(--text); }
	`,
	'discord-embed-field': css`
		:host { white-space: pre-line; color: var(--text); }
		:host .discord-field-title { color: var(--strong) !important; }
	`,
	'discord-embed-footer': css`
		:host { color: var(--text) !important; font-weight: 500; }
	`,
	'discord-reply': css`
		:host .discord-replied-message-username { color: var(--text) !important; }
	`,
	'discord-command': css`
		:host .discord-slash-command-name { color: var(--mention) !important; background-color: var(--mention-back) !important; }
	`,
	'discord-button': css`
		:host > *:first-child { border-radius: 8px; margin: 4px 8px 0 0; height: 28px; min-height: 28px; padding: 2px 14px; }
		.secondary { background-color: var(--button) !important; color: var(--button-text) !important; }
		.destructive { background-color: #d83c3e !important; }
		.success { background-color: #248046 !important; }
	`,
};

let done = false;

/** Put our styles on top of the library's; once, before the first element is made. */
export function refresh() {
	if (done) return;
	done = true;
	for (const [name, style] of Object.entries(ON_TOP)) {
		customElements.get(name).elementStyles.push(style);
	}
}


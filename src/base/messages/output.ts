import type { MessageText } from '../message-text.ts'

export const outputMessages = {} as const satisfies Record<string, MessageText>

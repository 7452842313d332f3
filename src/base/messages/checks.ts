import type { MessageText } from '../message-text.ts'

export const checkMessages = {} as const satisfies Record<string, MessageText>

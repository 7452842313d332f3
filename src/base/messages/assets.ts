import type { MessageText } from '../message-text.ts'

export const assetMessages = {} as const satisfies Record<string, MessageText>

import type { ThreadRules } from '../build/issue-thread.ts'
import type { CalendarDate } from '../issue/issue.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { Desk } from './desk.ts'
import { EngineThread } from './engine-thread.ts'
import { Listeners } from './events.ts'
import { IssueList } from './issue-list.ts'
import type { Office } from './questions.ts'
import { OpenTexts } from './texts.ts'

/** What the issues of a preview are worked on with. */
export interface RoomsSetting {
  readonly place: IssuePlace
  readonly cwd: string
  readonly cacheFolder: string | null
  readonly readOnly: boolean
  readonly thread: ThreadRules
  /** For the date of an issue that is newly made. */
  readonly today: () => CalendarDate
  /** Hears of faults of our own. */
  readonly onFault: (fault: unknown) => void
}

/** One issue that is worked on, and the pages that listen. */
export interface IssueRoom {
  readonly office: Office
  readonly listeners: Listeners
  close(): Promise<void>
}

/** Issues that are worked on at a time: each has threads of its own. */
const MOST_ROOMS = 6

/** More versions than a text has while it is open: a page that comes back to one opened anew is known to be behind. */
const VERSIONS = 2 ** 32

/** The issues of a publication that are open (编辑室), each by its number in the list; one is opened when it is asked for. */
export class Rooms {
  readonly issues: IssueList
  readonly #setting: RoomsSetting
  readonly #most: number
  readonly #open = new Map<number, IssueRoom>()
  /** How often each was opened. */
  readonly #times = new Map<number, number>()

  constructor(setting: RoomsSetting, most = MOST_ROOMS) {
    this.#setting = setting
    this.#most = most
    this.issues = new IssueList(setting.place, setting.today)
  }

  /** null for a number that no issue has, and where too many are open that cannot be closed. */
  room(number: number): IssueRoom | null {
    const known = this.#open.get(number)
    if (known !== undefined) return known
    const place = this.issues.place(number)
    if (place === null || !this.#hasRoom()) return null
    const room = this.#opened(number, place)
    this.#open.set(number, room)
    return room
  }

  /** Project paths of texts that are not on disk as they were written. */
  unsaved(): readonly string[] {
    return [...new Set([...this.#open.values()].flatMap(({ office }) => office.texts.unsaved()))]
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((room) => room.close()))
  }

  /** Closes one that nobody looks at and that has nothing unsaved, where there are too many. */
  #hasRoom(): boolean {
    if (this.#open.size < this.#most) return true
    const idle = [...this.#open].find(
      ([, { office, listeners }]) => listeners.count === 0 && office.texts.unsaved().length === 0,
    )
    if (idle === undefined) return false
    this.#open.delete(idle[0])
    void idle[1].close()
    return true
  }

  #opened(number: number, place: IssuePlace): IssueRoom {
    const { cwd, cacheFolder, readOnly, thread, onFault } = this.#setting
    const listeners = new Listeners()
    const setting = { place, cwd, cacheFolder }
    const engine = new EngineThread(setting, thread)
    // What takes its time and changes no page has a thread of its own: no key waits for it.
    const checker = new EngineThread(setting, thread)
    const times = this.#times.get(number) ?? 0
    this.#times.set(number, times + 1)
    const texts = new OpenTexts(place, readOnly, 1 + times * VERSIONS)
    const desk = new Desk({ place, engine, checker, texts, push: listeners.push })
    desk.changed().catch(onFault)
    return {
      office: { number, place, engine, texts, desk, readOnly, issues: this.issues },
      listeners,
      close: async () => {
        desk.close()
        listeners.close()
        await Promise.all([engine.close(), checker.close()])
      },
    }
  }
}

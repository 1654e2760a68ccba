import { useState } from 'react'
import { formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { call } from '../../ui/fetch.ts'
import { History } from '../../ui/history.tsx'
import { endPost, type PersonFull, type Post } from '../contract.ts'
import { Ask, textOrNull } from './ask.tsx'
import { useToday, useWords } from './use-words.ts'

/** The posts of a person, the latest first; one that is held can be ended. */
export function Posts({ person }: { person: PersonFull }) {
  const m = useWords()
  const today = useToday()
  const [ending, setEnding] = useState<Post | undefined>(undefined)
  const isHeld = (post: Post) => post.to === null || post.to >= today
  return (
    <>
      <History
        label={m.posts}
        entries={person.posts.map((post) => ({
          key: post.id,
          when: post.to === null ? m.since(formatDay(post.from)) : m.until(formatDay(post.from), formatDay(post.to)),
          title: (
            <>
              {post.title} {post.main ? null : <Chip>{m.extraPost}</Chip>}
              {post.leader ? <Chip tone="accent">{m.leaders}</Chip> : null}{' '}
              {post.collective ? <Chip tone="blue">{m.collective}</Chip> : null}
            </>
          ),
          who: post.bodyName,
          tone: isHeld(post) ? 'accent' : 'grey',
          more: (
            <>
              {post.document}
              {person.may.change && isHeld(post) ? <Button onClick={() => setEnding(post)}>{m.endPost}</Button> : null}
            </>
          ),
        }))}
      />
      <Ask
        open={ending !== undefined}
        title={m.endPostTitle}
        text={ending?.title}
        confirm={m.endPost}
        fields={[
          { name: 'on', label: m.lastDay, kind: 'day', first: today },
          { name: 'document', label: m.document, kind: 'text' },
        ]}
        onSend={(answers) =>
          call(endPost, {
            id: person.id,
            postId: ending?.id ?? '',
            on: answers.on ?? '',
            document: textOrNull(answers.document),
          })
        }
        onClose={() => setEnding(undefined)}
      />
    </>
  )
}

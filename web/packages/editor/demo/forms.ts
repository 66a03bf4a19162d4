/** Forms of every kind, for a look at them all at once. */

import type { Sample } from './samples'

const REVIEW = `<View>
  <Collapse accordion="false" bordered="true">
    <Panel value="How to judge" open="true">
      <Markdown>
        ## Read first, then answer

        1. Compare **both** answers with the order.
        2. Mark what is wrong; see the \`status\` column.

        | mark | meaning |
        |------|---------|
        | good | can be sent |
        | poor | needs work |

        > When in doubt, [ask](https://example.org).
      </Markdown>
    </Panel>
    <Panel value="Examples"><Header value="None yet" size="5"/></Panel>
  </Collapse>
  <Table name="order" value="$order"/>
  <Table name="lines" value="$lines"/>
  <Style>.pair { display: flex; gap: 16px }</Style>
  <View className="pair">
    <Text name="first" value="$first"/>
    <Text name="second" value="$second"/>
  </View>
  <Pairwise name="better" toName="first,second"/>
  <Header value="When was it sent?" size="5"/>
  <DateTime name="sent" toName="order" only="date" format="%d.%m.%Y" min="2024-01-01"/>
  <DateTime name="season" toName="order" only="month,year"/>
  <Header value="What is it about?" size="5"/>
  <Taxonomy name="topic" toName="order" showFullPath="true" placeholder="Topics">
    <Choice value="Hardware"><Choice value="Screen"><Choice value="Cracked"/><Choice value="Dark"/></Choice><Choice value="Keyboard" hint="Keys and their labels"/></Choice>
    <Choice value="Billing"><Choice value="Refund"/></Choice>
    <Choice value="Other"/>
  </Taxonomy>
  <Header value="Which tags?" size="5"/>
  <Filter name="find" toName="tags" minlength="1" placeholder="Find a tag" hotkey="ctrl+f"/>
  <Choices name="tags" toName="order" choice="multiple" showInline="true">
    <Choice value="Urgent"/><Choice value="Repeat"/><Choice value="Refused"/><Choice value="Gift"/>
  </Choices>
  <TextArea name="reply" toName="order" rows="2" placeholder="Reply">
    <Shortcut value="Thank you for your order. " alias="Thanks" hotkey="ctrl+1" background="#2b8a3e"/>
    <Shortcut value="[name]"/>
  </TextArea>
</View>`

const RANK = `<View>
  <List name="answers" value="$answers" title="Answers"/>
  <Ranker name="sorted" toName="answers">
    <Bucket name="good" title="Good"/>
    <Bucket name="poor" title="Poor"/>
  </Ranker>
</View>`

/** Options in every way they can be offered. */
const CHOOSING = `<View>
  <Dialog name="talk" value="$talk"/>
  <Chat name="chat" value="$chat" messageroles="user,assistant" editable="true"/>
  <Header value="In a drop-down" size="5"/>
  <Choices name="colour" toName="chat" layout="select" choice="multiple" allowNested="true">
    <Choice value="Warm"><Choice value="Red" hint="As blood"/><Choice value="Gold" alias="au" html="&lt;b&gt;Gold&lt;/b&gt;, rarely"/></Choice>
    <Choice value="Cold"><Choice value="Blue"/><Choice value="Teal" readonly="true"/></Choice>
    <Choice value="None of them"/>
  </Choices>
  <Header value="A tree to which people add" size="5"/>
  <Taxonomy name="topic" toName="chat" allowAddLabels="true" minWidth="320">
    <Choice value="Hardware"><Choice value="Screen"/><Choice value="Keyboard"/></Choice>
    <Choice value="Billing"/>
  </Taxonomy>
  <List name="none" value="$nothing"/>
</View>`

const PAGES = `<View>
  <Relations><Relation value="follows" background="#e8590c"/><Relation value="contradicts"/></Relations>
  <Repeater on="$pages" indexFlag="{{idx}}" mode="pagination">
    <Labels name="part_{{idx}}" toName="page_{{idx}}"><Label value="Claim"/><Label value="Proof"/></Labels>
    <Text name="page_{{idx}}" value="$pages[{{idx}}]"/>
    <Choices name="kind_{{idx}}" toName="page_{{idx}}"><Choice value="Text"/><Choice value="Index"/></Choices>
  </Repeater>
</View>`

const claim = (id: string, page: number, start: number, label: string) => ({
  id,
  from_name: `part_${page}`,
  to_name: `page_${page}`,
  type: 'labels',
  value: { start, end: start + 5, text: 'Water', labels: [label] },
})

export const forms: Record<string, Sample> = {
  review: () => ({
    config: REVIEW,
    task: {
      id: 'review',
      data: {
        order: { number: 4711, Customer: 'Ada', address: { city: 'London' }, status: 'open' },
        lines: [
          { item: 'Tea', pieces: 2, price: 3.5, note: '' },
          { item: 'Cups', pieces: 6, price: 24, note: 'The blue ones, wrapped one by one please' },
        ],
        first: 'Your tea is on its way. The cups follow on Friday.',
        second: 'We have sent everything.',
      },
    },
  }),
  choosing: () => ({
    config: CHOOSING,
    task: {
      id: 'choosing',
      data: {
        talk: [
          { name: 'Ada', text: 'Are you there?', date: '9:15', hint: '' },
          { name: 'Bob', text: 'I am. What is the matter?', date: '9:16', hint: 'He was out before' },
        ],
        chat: [{ role: 'user', content: 'When does the museum open?' }],
      },
    },
  }),
  rank: () => ({
    config: RANK,
    task: {
      id: 'rank',
      data: {
        answers: ['Lisbon', 'Porto', 'Faro', 'Braga'].map((title, id) => ({
          id,
          title,
          body: `${title} is the capital of Portugal, as far as this answer knows.`,
        })),
      },
    },
  }),
  pages: () => ({
    config: PAGES,
    task: {
      id: 'pages',
      data: { pages: Array.from({ length: 7 }, (_, n) => `Water boils at ${100 - n} degrees, ${n} km up.`) },
      annotations: [
        {
          id: 1,
          result: [
            claim('a', 0, 0, 'Claim'),
            claim('b', 3, 0, 'Proof'),
            { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['follows'] },
          ],
        },
      ],
    },
  }),
}

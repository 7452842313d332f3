// Read from a disk by a double click, the book has no server: addresses are counted from the page, and words are looked
// for here. A browser loads no module from a disk, so this is a plain script; behind a server it does nothing.
;(() => {
  if (location.protocol !== 'file:') return
  const up = document.currentScript.dataset.up
  const fromHere = (path) => {
    const [, address, rest] = /^\/([^#?]*)(.*)$/.exec(path)
    return up + (address === '' || address.endsWith('/') ? `${address}index.html` : address) + rest
  }
  const mend = (selector, key) => {
    for (const one of document.querySelectorAll(`${selector}[${key}^="/"]`))
      one.setAttribute(key, fromHere(one.getAttribute(key)))
  }
  mend('link', 'href')
  document.addEventListener('DOMContentLoaded', () => {
    mend('a', 'href')
    mend('img', 'src')
    document.documentElement.classList.add('from-disk')
    addSearch()
  })

  function addSearch() {
    const english = document.documentElement.lang.startsWith('en')
    const box = document.createElement('div')
    box.className = 'disk-search'
    box.innerHTML = '<input type="search"><ol></ol>'
    const [field, list] = box.children
    field.placeholder = english ? 'Search the book' : '在书里查找'
    field.setAttribute('aria-label', field.placeholder)
    field.addEventListener('input', async () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
      const found = words.length > 0 ? places(await loaded(), words, english) : []
      list.replaceChildren(...found.map(({ href, title, text }) => shown(href, title, text, words)))
    })
    ;(document.querySelector('.VPContent main') ?? document.querySelector('.VPContent')).prepend(box)
  }

  /** Parts that have all the words; those that have them in their titles first. */
  function places(parts, words, english) {
    const own = parts.filter(({ href }) => href.startsWith('en/') === english)
    const has = (text) => words.every((word) => text.toLowerCase().includes(word))
    const named = own.filter(({ title }) => has(title))
    const others = own.filter((one) => !named.includes(one) && has(`${one.title} ${one.text}`))
    return [...named, ...others].slice(0, 20)
  }

  function shown(href, title, text, words) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = up + href
    link.textContent = title
    const at = Math.max(0, text.toLowerCase().indexOf(words[0]) - 20)
    const line = document.createElement('span')
    line.textContent = text.slice(at, at + 70)
    item.append(link, line)
    return item
  }

  let loading = null
  function loaded() {
    loading ??= new Promise((done) => {
      const script = document.createElement('script')
      script.src = `${up}disk-words.js`
      script.onload = () => done(window.bookWords)
      document.head.append(script)
    })
    return loading
  }
})()

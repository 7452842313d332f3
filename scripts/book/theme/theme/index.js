import { useRoute } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { nextTick, onMounted, watch } from 'vue'
import './style.css'

export default {
  extends: DefaultTheme,
  // The theme's front page has no main part for those who go by landmarks.
  setup() {
    const route = useRoute()
    const mark = () => document.querySelector('.VPContent.is-home')?.setAttribute('role', 'main')
    onMounted(mark)
    watch(
      () => route.path,
      () => nextTick(mark),
    )
  },
}

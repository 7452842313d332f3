#!/usr/bin/env bash
# A stranger's hour: bash scripts/strangers-hour.sh FOLDER
# From a portable folder alone, with an empty environment, a clean home and, where the system allows it, no network: a
# first issue written, pasted text put right, its PDF, a proof, a file for the mail, and the next issue. Each step says
# what it made; the first that fails ends it.
set -euo pipefail

folder=$(cd "$1" && pwd)
home=$(mktemp -d "${TMPDIR:-/tmp}/生人 之家-XXXXXX")
trap 'rm -rf "$home"' EXIT
cut=()
unshare -rn true 2>/dev/null && cut=(unshare -rn)
echo "network: ${cut[*]:-not cut}"

jianbao() { "${cut[@]}" env -i HOME="$home" PATH=/nowhere LANG=zh_CN.UTF-8 "$folder/bin/jianbao" "$@"; }
step() { printf '%-12s %s\n' "$1" "$2"; }
fail() { echo "FAILED: $*" >&2; exit 1; }

cd "$home"
jianbao --help > help.txt
book=$(sed -n 's/^说明书：//p' help.txt)
if [ -d "$folder/book" ]; then
  [ -f "$book" ] || fail "--help names $book, which is not there"
  step book "$book"
fi

jianbao init 城南简报 --yes --name 城南简报 --issuer 城南区办公室 --date 2026-06-15 2> said.txt
cd 城南简报
grep -q '^刊名: 城南简报' publication.yaml || fail 'init wrote no Chinese keys'
step init "$(find . -type f | wc -l) files"

jianbao build 2> ../said.txt
[ -s output/城南简报-2026-01.pdf ] || fail 'no PDF of the sample'
step sample "$(tail -n 2 ../said.txt | head -n 1)"

# The sample's place is taken by an issue of one's own: text as it comes out of Word, a photograph.
mkdir issues/2026-01
cp "$folder/app/templates/school/issues/pictures/classroom.png" issues/2026-01/会议.png
cat > issues/2026-01.yaml <<'YAML'
日期: 2026-06-15
期号: 1
栏目:
  要闻:
    - 标题: 城南区部署夏季供水保障
      正文: |
        6月8日，城南区召开夏季供水保障会议，对汛期和高峰期供水作出安排。会议要求：
        一、备足应急物资，
        二、落实值班制度；
        （一）带班领导
        值班期间不得离岗，遇有险情第一时间到场处置，并按规定报告情况。
        （二）信息报送
        •	每日上午九时前报送水量；
        •	每周五报送水质。
      图片:
        - 文件: 2026-01/会议.png
          图说: 会议现场
      供稿: { 综合科: 张某 }
  简讯:
    - 6月10日,城南水厂完成设备检修。
YAML
jianbao check --fix --yes > ../fixed.txt 2>&1 || fail "check --fix: $(cat ../fixed.txt)"
grep -q '^        - 每周五报送水质' issues/2026-01.yaml || fail 'bullets were not put right'
step 'check --fix' "$(tail -n 1 ../fixed.txt)"

jianbao build --strict 2> ../said.txt || fail "$(cat ../said.txt)"
step build "$(grep '\.pdf' ../said.txt | tail -n 1)"

jianbao build --make 校样 2> ../said.txt || fail "$(cat ../said.txt)"
step proof "$(grep '\.pdf' ../said.txt | tail -n 1)"

jianbao build --set output.max_size=1MB -o 邮件.pdf 2> ../said.txt || fail "$(cat ../said.txt)"
[ "$(stat -c %s 邮件.pdf)" -le 1000000 ] || fail 'the mail file is too large'
step mail "$(stat -c %s 邮件.pdf) bytes"

jianbao new 2> ../said.txt
[ -s issues/2026-02.yaml ] || fail 'no next issue'
jianbao check 2> ../said.txt || true
grep -q W-TEMPLATE ../said.txt || fail 'check does not say that the next issue is still the template'
jianbao build 2> ../said.txt || fail "$(cat ../said.txt)"
[ -s output/城南简报-2026-02.pdf ] || fail 'no PDF of the next issue'
step next "$(grep '\.pdf' ../said.txt | tail -n 1)"
echo 'all done'

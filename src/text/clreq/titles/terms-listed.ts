// Made by scripts/titles/term.js from scripts/titles/terms.txt.

/** Terms that are nouns, four signs each, see terms.ts. */
export const NOUNS =
  'qRoEdgjCX7V5sfL+LZ6JRmX1+rUdKokbUcAkT2WZDIzz1HtgTg7RS6OJI4pTuOPe935PO+8iD3P5sXKUma96d04bLYRP6SWD7ODR' +
  '9RouB1nQPASNE5TPslgdlfp-PIXjh1F4O2vO0P2kgq3KPoC0jGJrT4w-RaeDUUzSHijJEV1ZxkVtfsZtwvOjhV4BhXMcDuEmKZ1z' +
  'utirEusw2Scjm4DU9hfde4rzg6qXA2KyE0Hj5Aj5VROB8PAvzOLl3hU+HeNHv5IsiOGOFc47C9ZfdYUM0JSjuDalg7iTF+6nsJZP' +
  'HgPOAAGQBOOHxSaNCUW3b+uxEnUUzdoUNnqcE7+l0-WJpiIKFfhWG9FVifY9gbL3-seFX4WLw3hf+EaYSEY1bhM7Q1YUP4pogxTg' +
  'ZHrS5qC0eyetD4xQDF36rd5MSz4KSV-LFWfbf6gKJSAt6tS36E52We0uqyCWHi3zee9AliEheGjhtQv3nm2VnzhdhGNt4m+jfsdW' +
  'cjKztad1e+yqrdLy1jFY7zZuwlVcFjzOhDDhQJY8XvDiRA5+TAfrddPGMkiYomFVZuZdSQuxPMx2unSO7HcwWyfGVT147-TPPUCn' +
  'KWRAbtcADlsmmc2hxARFRzDR4DQH5kOXvNGjSzuhfrlDIff9N9UaOaDgEpfZIMTWShysJ3q7anOeYrV9wGhXl8AHPsPNkT7uXKRe' +
  '9+myKoGEAZoI5j8v08Qb2YaPiMExdR0nxr88iFqfSzmB1e8jUeLoheeNjP-8+ynDlSGEL6ZGEIBlpvRYiiwsTpKYEYlhxw9yXLkc' +
  'NWiEMfmfX+QwKZfa7ZGrRdwQYfgIKjkzSrr5ek902-jAZAu0JXgXyUM5qmXGduHcIg90An8Z0hO9pLbvt5iujAtkgIRJq+ymNacd' +
  'mIMXAcDcipw-yOuW4GpYW31cnAOCPDDF3nnFKEjNdJadnjq+4bW8x528uAw7NezDf0PDFNxgEpVyDQcQiErYiLouZWVrSh0sZmiy' +
  'Wf2mzR-xb4lyRdXq-0n0-NoN+ePfraBehmqg34ogEum6GZlBvSfUKb1oBp1DvFwkiKK93fpq1aTGi9J5QwBtZQYSeWv6HQeK3ab7' +
  'V5E0mz-jsBy9A901FzaN-rL+38n0+78hKNSkndwOce0cXE90oDF3h2w7J4ZMBKXDvIZo+K-OgGRoOqMWEmAr0KQjk6-ejbDaovgf' +
  'l2AY6HIXL4yxlb-SlKrVgJSj7TK8zkRC7wcqU82iyk9n42McEvx00rgWQDgv3i-MaUFeADOYCiTBBhkevAnFaavTLRfVxiFjIH+e' +
  'bGEz+Rlr1KetbLu9J51SySM5llF8dBXxi4JTRxIR3uOowIut9dwYYAVPhofm1O4JxaR-+aLxB7OzvDvJJwjfyBMQF9ZgzqtmQlSj' +
  'nu3Gh6-OMDlPV36xaoGji3I8wBiwrsHR9MrSQ8WlDLwYQ-I62XJ6Bp7zdT8gurdZWKIVfR8V1uFWvdzKYqcdjOMFq+ut3FNKFQhk' +
  'v+adLE3kdWp7OHc8vcpyPArztyED80Y7xC+-6zLgR30nktnBIAOgttEjIrHQK4kXzl6VlWOg+1tZKx85hg-BiQcQL6QvvyBMSIRu' +
  'mFnOaqaokOVMxRLXixMQ-fx2SBqkB-bisrAfWCvtKErnMbkPRHHRMzkF7sqGqlfWrbrlHt3QONNc85gZMB5iblEbs-qZYlzRl5R2' +
  'XlvmPVDLxm4R-Ssfq87yXhs3lo5ZMI-yY7hsv1QKxhpT8KqmttK1mYwUBiBU-WhF4kHlgap6a+wZBmnZaKi2fkok-28ULSfrfOVl' +
  'CCgpPr5KIAnG7rPKBhD8oGwDoWkxvqCGnlyiV1phMm4O7fYd4bLqVegCK9pvvwsIfWXt0ocBQ9tnZpQFnq7ijZkRDZ508nKdQU7B' +
  'KJWLZIPZdLxona-lEVU-f+g85DatRC+5cbjHGxtadzIUQY3IxxGF2v7pGe4BqlP-m7SmVNR67IhGahtsrv2XMeKF47M2mwm+R8nu' +
  'SIJneEBKghTom8kHu1zBmZSmG-4XtzMGsnkHcEcK2mmwPRlrZOIUY6lXblNOODspo659DESY6FgR+vB8pj-IBscdx-UuLm+Lr5TD' +
  'IrgH5-UYPra11U5mewmtpxKEnuJ67ReOdZdNVhzqaUlx9jeO6yRPbwKFzT16XrC3ejmozlwmVkaP+BkZwZHUeb+PpmzD5lcWVJF6' +
  'qyE0uF3lz3o3XuHEmUHP91FeGdnbtflwdRLF58o+46kgYYlpXpvsUeE+tkqonSAzNpyZ50BR-kCaeg7QdNmWsIL0wU5iLdL5GTzM' +
  'NWrQPjeI2RzsHul5KS4CBFsuSMiAAaYg5yrH4yZBl+4MV-ZQQiUIp5GhOXN9dzmpSyDAbDp6jsF6yS8eC1qBqH7eCimaVcZo0pRb' +
  'OEiMbjx2X5fstSCDmShY0zVI51VSU6o51RDF8mWzmJPuk6Y6D+iBzLeWHYa4m9ywqZAvUN27IArsgoRBD0PkbhaaUb9ptxjRbDSg' +
  'cTEflyfkyST8RogP4YZR8fDYx8g-2lLu5iGm25CJpfJcg5HUx1hHeKL6Xss7cYPCzx-tJQEkRUEwSAP8OiwR4d+b4w6xOfEm8c1W' +
  'rUrGmumj-zfWPTAa6dQtvfvAZ+-HXZSxiKfonhP+XTAJrL5-SKeVAffIc1gab1ZJrov19DpCiAAVqJaAzndg-BH9oZSQuPT2cYzd' +
  'eRsHYMH9notUEPnNnuaPL5ueLgtiaMlhTLxzrhWsshDpVtfP-rkEF1M37csSJyzVKzEO0Zwp0RzCfCucDlhHttIIbtWoGFjGuARV' +
  'E8wfXoo2gvhc+R7kaM28N9Dpz9SVS069SqGuo187MCqJfYGtIoZ0VGTMLA7Sfa2CQ33HrAgfPFcxjovoV6CYyomeaVNm3i+EDhJh' +
  'syH4EdTEVKQBL9K0Exv6ja2RE0AFbI9cF2sEXUIOUDsvoCpWbC5R-rB-VXSRo9+zb-5OzNR1+BlLXHkWSOs5g6uhn1n4dLqUQ+se' +
  'ryb0E2QSvHlEjJ1FZozYVgL6X03EdMy4u6YD8R0so0gZwMamyRvRrVFcUoFBa5zAVwrBph-9F8mUGksXvYr2UlwWVejFDRFxFa09' +
  'QVCxok+UggXN6pnuIzaKGH6Gue6UNCI+JGIt4nc2yv3ljswH+3S2owEohxBI+izQvj9YwcYzo8fxYXabspzMHSKmWzh1jZUDiTZO' +
  'kYzAEZMtuA+4SA60KBzyDZ1l6FcY4Z4QS0VVgt5nMEXIuEzgJZ9R2ivbCzWK9gnaPVQjg6++PWFVmQUCGHxTECpj3TOK4H74-ocN' +
  '6CFuPZ120DOJ7HdzHBrz4TIpDaY7bqs7G2xUuxTa0WyIeRT0F-WMm5mMdN4Jg4UJbnQNlPRo-EdJHTldm4sbBrlllN1VvMkvEKKC' +
  'osWV2vuMH5ETSdncWxsHwcssftIhlO23czeHUlVsbRgnLW2A-D3fODCfNrX3yIjqeXlRL05x5B5dp7-h0cFRTUyq-6RtWaJrGR2T' +
  'YplO00g5Iv2w-7CVTU6v5aQ6HZ1xm3I0TDpXkBBqxdP1bmr3DI01WulVRWj0nnPvZyz2Wkdx5A6UOuIuApJYA+Kr55OmDD-V4jqf' +
  'sHxFIYYokm7kqR9DqEc+9pIRzHATbVGbDdzXvqEmbLTI6rO3geP2JDPeXfY3LRxe7ERzRbEa-2uvGtsI-8V5yFnJdRD+ppTnOGKZ' +
  'GPFOkgzPEcrJ0YslvlrK+MLjBikbdmEE965QmK2O53Aten-KWKqnqptfq2S4lHC2Io261sXmtmfsSaRA3xxALu+gl6AIR3phMMG9' +
  'H-vpf0cQdDZQC4whiCgJLQfyqCeWBmMpAnsGMCJ1C12DtysuIuoGK4nt1Zsgv0GV'

/** Terms that are as often the name of an act as the act. */
export const VERBALS =
  'n6O0F-SF10dzbjx2KkUMEo0Zsq1apA-CLj8aCIfcmWt9noKgoD5RLzyxElLpHC3247U7jjeRdAZkY5UfL-o8wsvtI3dO5B8IwcQd' +
  'D3ZxSMo1-FRVY5ytP9LPUPTc7z6APSU9drVnqn2oXu+YS3A+Xh0gYowwJrYkTgtfmf2k2nKTkdKO9i6mHHmLtTwwD99qCZ2w7nvd' +
  'OYVD3O4L3tYgAPxABplA34ZilSvPSwlGhXoDFhQfgajsEoIz+087snpPxpL0LULUnbW0bG23djCRhw9Ctrj--2Akl1ZgLJg6l24R' +
  'A3j8Esp9Fn4udKKWTeaW+cwNcRtgmj-WfwGVzuxRbDdjK8BxSsXJRbln7TtRiCcO4crEgF7WXlhlRiuLZJkJA2qksc1b2r6q50Uc' +
  'jnK4QM1gZAT1cA1fROzLNKM+nZLGxJyc+FWAEctHlIpzwhgo0z8JvpUQjEogc-qNKH6fI0b0X96+Iv2wKDHK15lWFf9UNW+c7BwX' +
  'HRc0fV44BHgt2ZauKXhozvqQccnm3-KZgmVMz64ItYfn0F5ve8xFSEj43zwH2e-zF-AtREYi4QtCvXVR4Dzocx8VaNECC5bc8OHH' +
  'lhPASnjj-lF-T1lQaXE-'

import time
def test_start(browser, sign_in, hodan, amina):
    t=time.perf_counter()
    browser.get("/")
    print("one page", time.perf_counter()-t)
    for p in ("/enter","/staff/sign-in","/about/privacy","/about/easy","/about/accessibility"):
        try: browser.get(p)
        except AssertionError as e: print(e)
    b=sign_in(hodan)
    print(b.page, b.page.text[:300])

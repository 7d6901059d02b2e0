import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(UserWarning("third"))
print([(str(w.message), w.category.__name__) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("boom", RuntimeWarning)
    except RuntimeWarning as error:
        print("raised", error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for i in range(3):
        warnings.warn("once here")
print(len(caught))
with warnings.catch_warnings(record=True) as caught:
    warnings.filterwarnings("ignore", message="no.*")
    warnings.filterwarnings("always", message="yes.*")
    warnings.warn("no, thanks")
    warnings.warn("yes, please")
print([str(w.message) for w in caught])
@warnings.deprecated("use new")
def old():
    return 1
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old(), [str(w.message) for w in caught], old.__deprecated__)
print(warnings.formatwarning("text", UserWarning, "file.py", 7, "the line"))

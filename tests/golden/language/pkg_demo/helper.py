def help():
    return f"helper in {__name__}"

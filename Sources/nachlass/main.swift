print("nachlass")

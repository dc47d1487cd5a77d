"""A LibreOffice of our own, in a profile of its own, and trackers open in it."""
import os
import shutil
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def properties(**values):
    found = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        found.append(one)
    return tuple(found)


class Office:
    def __init__(self, profile):
        pipe = f"roadbook{os.getpid()}"
        self.process = subprocess.Popen(
            [shutil.which("soffice"), "--headless", "--invisible", "--norestore", "--nologo",
             "-env:UserInstallation=file://" + profile, f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
                return
            except Exception:  # the bridge's own "not yet there"
                time.sleep(0.25)
        self.process.terminate()
        sys.exit("LibreOffice does not answer")

    def open(self, path):
        return self.desktop.loadComponentFromURL("file://" + os.path.abspath(path), "_blank", 0, properties(Hidden=True))

    @staticmethod
    def save(document, path):
        """As the ending of PATH says."""
        kind = "calc8" if path.endswith(".ods") else "Calc MS Excel 2007 XML"
        document.storeToURL("file://" + os.path.abspath(path), properties(FilterName=kind))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it closes the bridge before it answers
            pass
        self.process.wait(30)

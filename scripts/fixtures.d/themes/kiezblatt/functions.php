<?php
// Nothing: a theme of 2009 lived in its templates.

<?php
// Nothing: a table layout has only templates.
